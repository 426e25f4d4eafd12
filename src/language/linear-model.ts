/** Weights of a linear classifier: one number per class for each feature. Feature strings are hashed nowhere, so the file can be read. */
export interface LinearModel {
  readonly classes: number
  /** Weights are whole numbers in units of `1 / scale`. */
  readonly scale: number
  readonly weights: ReadonlyMap<string, readonly number[]>
}

/** A linear model as it lies in a JSON file: weights are whole numbers in units of `1 / scale`. */
export interface LinearModelFile {
  readonly classes: number
  readonly scale: number
  readonly weights: Readonly<Record<string, readonly number[]>>
}

/** Turns the file form into the form that is looked up. */
export function linearModel(file: LinearModelFile): LinearModel {
  return { classes: file.classes, scale: file.scale, weights: new Map(Object.entries(file.weights)) }
}

/** Sum of the weights of the features, per class. Unknown features count nothing. */
export function scores(model: LinearModel, features: readonly string[]): number[] {
  const sums = new Array<number>(model.classes).fill(0)
  for (const feature of features) {
    const row = model.weights.get(feature)
    if (row) for (let k = 0; k < sums.length; k++) sums[k]! += (row[k] ?? 0) / model.scale
  }
  return sums
}

/** Index of the largest score; the smaller index wins a tie. */
export function best(values: readonly number[]): number {
  let index = 0
  for (let k = 1; k < values.length; k++) if (values[k]! > values[index]!) index = k
  return index
}
