export default function MethodPage() {
  return <main />;
}
