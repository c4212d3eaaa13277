/** Texts by the same names in the same groups, whatever they say: those of another language. */
export type SameShape<Of> = {
  readonly [Key in keyof Of]: Of[Key] extends string ? string : SameShape<Of[Key]>;
};
