export function BigScreen() {
  return null
}
