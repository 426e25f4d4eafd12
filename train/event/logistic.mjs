/**
 * Multinomial logistic regression. A sample's features are, per view, the mean of the word vectors of its words and their own weights
 * (for words seen at least `seen` times), and marks. Fitted by AdaGrad in a fixed order; every kind of weight has its own L2 penalty.
 */
const seen = 4
const rounds = 20
const rate = 0.08
const penalty = { vector: 1e-2, word: 4e-2, mark: 1e-2 }

const counted = lists => {
  const counts = new Map()
  for (const list of lists) for (const item of new Set(list)) counts.set(item, (counts.get(item) ?? 0) + 1)
  return new Map([...counts].filter(([, count]) => count >= seen).map(([item], i) => [item, i]))
}

/** Mean of the vectors of words; words without one count as zero. */
export function meanVector({ index, rows, scales, dimensions }, words) {
  const mean = new Float64Array(dimensions)
  for (const word of words) {
    const row = index.get(word)
    if (row === undefined) continue
    for (let d = 0; d < dimensions; d++) mean[d] += (rows[row * dimensions + d] * scales[row]) / words.length
  }
  return mean
}

function encoder({ vectors, views }, words, marks) {
  return features => ({
    dense: views.map(view => (features[view].length > 0 ? meanVector(vectors, features[view]) : null)),
    words: views.map((view, v) => {
      const list = features[view]
      return list.flatMap(word => (words[v].has(word) ? [words[v].get(word)] : []))
    }),
    sizes: views.map(view => features[view].length),
    marks: features.marks.flatMap(mark => (marks.has(mark) ? [marks.get(mark)] : [])),
  })
}

const weights = size => ({ value: new Float64Array(size), sum: new Float64Array(size).fill(1e-2) })

/** Fits a model to samples `{features, target, weight}`. */
export function fitModel(samples, space) {
  const { vectors, views, domains } = space
  const K = domains.length
  const words = views.map(view => counted(samples.map(({ features }) => features[view])))
  const marks = counted(samples.map(({ features }) => features.marks))
  const encode = encoder(space, words, marks)
  const model = {
    encode,
    words,
    marks,
    K,
    dense: views.map(() => weights(vectors.dimensions * K)),
    lexical: words.map(index => weights(index.size * K)),
    mark: weights(marks.size * K),
    bias: weights(K),
  }
  const encoded = samples.map(({ features }) => encode(features))
  const step = (part, at, gradient, l2) => {
    const g = gradient + l2 * part.value[at]
    part.sum[at] += g * g
    part.value[at] -= (rate * g) / Math.sqrt(part.sum[at])
  }
  // Samples of one domain must not stand together: a stride through the list that hits all.
  const stride = [7919, 6133, 4999].find(prime => samples.length % prime !== 0)
  for (let round = 0; round < rounds; round++)
    for (let n = 0, i = round % samples.length; n < samples.length; n++, i = (i + stride) % samples.length) {
      const x = encoded[i]
      const p = scores(model, x)
      const { target, weight } = samples[i]
      for (let k = 0; k < K; k++) {
        const g = weight * (p[k] - (k === target ? 1 : 0))
        step(model.bias, k, g, 0)
        for (const mark of x.marks) step(model.mark, mark * K + k, g, penalty.mark)
        views.forEach((_, v) => {
          const mean = x.dense[v]
          if (mean)
            for (let d = 0; d < mean.length; d++) step(model.dense[v], d * K + k, g * mean[d], penalty.vector)
          for (const word of x.words[v])
            step(model.lexical[v], word * K + k, g / x.sizes[v], penalty.word / x.sizes[v])
        })
      }
    }
  return model
}

function scores({ K, dense, lexical, mark, bias }, x) {
  const logits = Float64Array.from(bias.value)
  x.dense.forEach((mean, v) => {
    if (mean)
      for (let d = 0; d < mean.length; d++)
        for (let k = 0; k < K; k++) logits[k] += dense[v].value[d * K + k] * mean[d]
    for (const word of x.words[v])
      for (let k = 0; k < K; k++) logits[k] += lexical[v].value[word * K + k] / x.sizes[v]
  })
  for (const each of x.marks) for (let k = 0; k < K; k++) logits[k] += mark.value[each * K + k]
  const top = Math.max(...logits)
  const odds = logits.map(value => Math.exp(value - top))
  const total = odds.reduce((sum, value) => sum + value, 0)
  return odds.map(value => value / total)
}

/** Probabilities of the domains. */
export const probabilities = (model, features) => [...scores(model, model.encode(features))]
