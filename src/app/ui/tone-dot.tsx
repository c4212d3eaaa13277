import classes from "./tone-dot.module.css";

const TONE_CLASSES: Readonly<Record<string, string | undefined>> = {
  good: classes["good"],
  attention: classes["attention"],
  bad: classes["bad"],
};

/** A dot in the colour of a tone. The text beside it says the same in words. */
export function ToneDot({ tone }: { tone: string }) {
  return <span aria-hidden className={`${classes["dot"]} ${TONE_CLASSES[tone] ?? ""}`} />;
}
