/** One small, wrong change to the engine that a test must notice. */
export interface Mutant {
  /** File in src/engine. */
  readonly file: string;
  /** Text that occurs exactly once in it, and what stands there instead. */
  readonly find: string;
  readonly replace: string;
  /** What would be wrong, in the words of the model. */
  readonly why: string;
}
