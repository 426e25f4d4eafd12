import { z } from 'zod'
import { spanSchema } from './span.js'

/** A place of the gazetteer; `country` is ISO 3166-1 alpha-3 (plus XKX), null for seas and regions of several states. Degrees, WGS 84. */
export const placeSchema = z.object({
  name: z.string(),
  country: z.string().nullable(),
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  geonames: z.int().optional(),
  /** `country`, `capital`, `city`, `region`, `water`, `landmark`, ... */
  kind: z.string().optional(),
  text: z.string().optional(),
  span: spanSchema.optional(),
})
export type Place = z.infer<typeof placeSchema>

/** A place name in the text and what it was resolved to, with the rivals considered. */
export interface PlaceGrounding {
  readonly text: string
  readonly span: readonly [number, number]
  readonly place: Place | null
  /** Confidence, 0 to 1. */
  readonly score: number
  readonly rule: string
  readonly rivals: readonly {
    readonly name: string
    readonly country: string | null
    readonly score: number
  }[]
}
