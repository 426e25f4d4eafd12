import { type LookupAddress, lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { SynopticError } from '../../model/diagnostic.js'
import { isPublicAddress } from './address.js'

export type Resolve = (
  host: string,
  done: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void

const systemResolve: Resolve = (host, done) =>
  systemLookup(host, { all: true, verbatim: true }, (error, found) => done(error, found ?? []))

export function refused(host: string, address: string): SynopticError {
  return new SynopticError(
    'SYN_ADDRESS_REFUSED',
    `${host} is at ${address}, which is not an address of the open internet. Allow private addresses to read it.`,
  )
}

/**
 * Name look-up handed to the connection itself: the address that was checked is the address that is connected to, so a name that answers
 * differently the second time (DNS rebinding) gains nothing. One private address among the answers refuses the name as a whole.
 */
export function publicLookup(resolve: Resolve = systemResolve): LookupFunction {
  return (host, options, callback) => {
    resolve(host, (error, found) => {
      const fail = (reason: Error) => callback(reason, '', 0)
      if (error) return fail(error)
      const wanted = found.filter(
        one => !options.family || one.family === Number(String(options.family).replace('IPv', '')),
      )
      const [first] = wanted
      if (!first) return fail(new SynopticError('SYN_FETCH_FAILED', `No address was found for ${host}.`))
      const inside = found.find(one => !isPublicAddress(one.address))
      if (inside) return fail(refused(host, inside.address))
      // With `all` (Node's default since 20), the connection tries them in order.
      if (options.all)
        return (callback as unknown as (e: null, all: LookupAddress[]) => void)(null, [...wanted])
      callback(null, first.address, first.family)
    })
  }
}
