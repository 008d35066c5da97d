export function Routes() {
  return <h1>To come</h1>;
}
