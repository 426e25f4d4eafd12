/** Words that keep a row of weights: the most frequent ones of the vectors, and all with weights of their own. */
const frequent = 24000

const rounded = value => Number(value.toFixed(4))

/**
 * Folds word vectors and word weights into one row of int8 per word and view, so that reading a sentence needs no vectors:
 * the mean of the words' rows is the score.
 */
export function foldedModel(model, { vectors, views, domains }, threshold) {
  const K = domains.length
  const known = new Set(
    [...vectors.index.keys()].slice(0, frequent).filter(word => /^[a-z][a-z-]+$/.test(word)),
  )
  for (const index of model.words) for (const word of index.keys()) known.add(word)
  const words = [...known]
  const tables = views.map((_, v) => tableOf(model, vectors, v, words, K))
  const json = {
    domains,
    threshold,
    views,
    bias: [...model.bias.value].map(rounded),
    scales: tables.map(({ scale }) => scale),
    marks: Object.fromEntries(
      [...model.marks]
        .sort()
        .map(([mark, i]) => [mark, [...model.mark.value.subarray(i * K, i * K + K)].map(rounded)]),
    ),
    words: words.join(' '),
  }
  return {
    json: `${JSON.stringify(json)}\n`,
    bytes: Buffer.concat(tables.map(({ rows }) => Buffer.from(rows.buffer))),
  }
}

function tableOf(model, vectors, v, words, K) {
  const { index, rows, scales, dimensions } = vectors
  const values = new Float64Array(words.length * K)
  words.forEach((word, w) => {
    const row = index.get(word)
    const own = model.words[v].get(word)
    for (let k = 0; k < K; k++) {
      let sum = own === undefined ? 0 : model.lexical[v].value[own * K + k]
      if (row !== undefined)
        for (let d = 0; d < dimensions; d++)
          sum += rows[row * dimensions + d] * scales[row] * model.dense[v].value[d * K + k]
      values[w * K + k] = sum
    }
  })
  const scale = Math.max(...sample(values)) / 127
  return {
    scale,
    rows: Int8Array.from(values, value => Math.max(-127, Math.min(127, Math.round(value / scale)))),
  }
}

/** Absolute values in reach of a spread (the list is too long for one call); rare extremes are cut off at the 99.95th percentile. */
function sample(values) {
  const sorted = Float64Array.from(values, Math.abs).sort()
  return [sorted[Math.floor(sorted.length * 0.9995)] || 1]
}
