import { isMixed } from "./isolate.ts";
import classes from "./outside-text.module.css";

/**
 * A text from outside where there may be too little room for it: cut at its own end, which of one that is written
 * from right to left is the left. Others need no element of their own, of which a screen has a thousand.
 */
export function outsideText(text: string) {
  return isMixed(text) ? <bdi className={classes["text"]}>{text}</bdi> : text;
}
