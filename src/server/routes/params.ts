import { z } from '@hono/zod-openapi'

/** A parameter that may be given several times: always a list. */
export const many = (max = 50) =>
  z
    .union([z.string().max(200), z.array(z.string().max(200)).max(max)])
    .optional()
    .transform(value => (value === undefined ? [] : Array.isArray(value) ? value : [value]))
    .openapi({ type: 'array', items: { type: 'string' } })

const day = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a day as YYYY-MM-DD')
  .optional()

export const pageQuery = z.object({
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(50),
})
export const timeQuery = z.object({ from: day, to: day })
export const searchQuery = z.object({ q: z.string().max(200).optional() })
export const idParam = z.object({ id: z.string().max(200) })

export const pageOf = <T>(rows: readonly T[], { offset, limit }: { offset: number; limit: number }) => ({
  total: rows.length,
  items: rows.slice(offset, offset + limit),
})

/** A JSON answer with its schema, for the API's description. */
export const answers = (schema: z.ZodType, description: string) => ({
  200: { description, content: { 'application/json': { schema } } },
  304: { description: 'The client has these bytes already (If-None-Match).' },
  default: {
    description: 'Problem details (RFC 9457)',
    content: {
      'application/problem+json': {
        schema: z
          .object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string().optional() })
          .openapi('Problem'),
      },
    },
  },
})

export const paged = (item: z.ZodType) => z.object({ total: z.int(), items: z.array(item) })
