import { setFlagsFromString } from 'node:v8'

/**
 * Until the returned function is called, V8 compiles nothing for speed. A start runs no function long enough to repay it,
 * and the compilers' threads take the processors that the server and the embedded database open on: of 2.1 s of
 * processor that an existing folder took to open on two cores they were 0.9 s. What runs after that is compiled as ever.
 */
export function withoutOptimising(): () => void {
  setFlagsFromString('--no-opt')
  // A function of the database is given its budget when it is loaded, and the usual one when this has been used up.
  setFlagsFromString('--wasm-tiering-budget=40000000')
  return () => {
    setFlagsFromString('--opt')
    setFlagsFromString('--wasm-tiering-budget=1800000')
  }
}
