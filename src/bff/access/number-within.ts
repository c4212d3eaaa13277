/**
 * A telephone number within a text, or what may be one: seven digits or more, of any script, in circles as
 * well, however they are grouped, with signs that nobody sees among them.
 */
export const NUMBER_WITHIN = /\p{N}(?:[^\p{L}\p{N}]{0,3}\p{N}){6,}/gu;
