export function Gaps() {
  return <h1>To come</h1>;
}
