export function RecordPage() {
  return <h1>To come</h1>;
}
