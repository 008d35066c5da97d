export function Data() {
  return <h1>To come</h1>;
}
