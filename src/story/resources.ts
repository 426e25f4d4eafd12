/** What the story stage needs besides the articles. */
export interface StoryResources {
  /** Share of the documents of general news that contain the word (by stem), between 0 and 1. */
  readonly documentShare: (stem: string) => number
}
