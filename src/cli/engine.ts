import { setFlagsFromString } from 'node:v8'

/** Measured on the V8 of Node 20 only; others keep their defaults. */
const measuredOn = /^11\./

/**
 * Settings of the JavaScript engine for a run of some minutes. By default V8 compiles about a thousand functions to optimised code in the first
 * half minute, many of them several times as their types become known, and spends ten seconds of processor time on it; asked later, it
 * compiles fewer functions once. The heap, of which V8 lets the larger part be garbage where memory is plenty, is collected when it has
 * grown by half: 50 MB less for each thread.
 */
export function tuneEngine(): void {
  if (!measuredOn.test(process.versions.v8)) return
  setFlagsFromString('--interrupt-budget=400000')
  setFlagsFromString('--heap-growing-percent=50')
}
