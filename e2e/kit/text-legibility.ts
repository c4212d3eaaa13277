import type { Page } from "playwright/test";

/** WCAG 2.2, 1.4.3: https://www.w3.org/WAI/WCAG22/Understanding/contrast-minimum */
const LEAST_CONTRAST = 4.5;
/** px; Chinese below that size is a blur on an ordinary screen. */
const LEAST_SIZE = 12;

/**
 * The texts on screen that are too small or too pale, each with what was measured; of several alike the
 * first. Unlike axe it takes every text, wherever it lies and however it is dimmed; what cannot be used
 * is left out, as WCAG does. What is written on a canvas it cannot see.
 */
export async function illegibleTexts(page: Page): Promise<readonly string[]> {
  // Colours on their way to others are neither.
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    const changes = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(changes.map(({ finished }) => finished));
  });
  return await page.evaluate(findIllegible, { LEAST_CONTRAST, LEAST_SIZE });
}

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** Runs in the page, so it stands alone. */
function findIllegible(least: { LEAST_CONTRAST: number; LEAST_SIZE: number }): string[] {
  const pixel = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  if (pixel === null) throw new Error("no canvas to read colours with");
  const known = new Map<string, Colour>();
  // By a canvas, which reads every notation: `rgb()`, `color-mix()`, `color(srgb …)`.
  const read = (text: string): Colour => {
    const before = known.get(text);
    if (before !== undefined) return before;
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = text;
    pixel.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data;
    const colour: Colour = [red, green, blue, alpha / 255];
    known.set(text, colour);
    return colour;
  };
  const over = (below: Colour, above: Colour, opacity = 1): Colour => {
    const alpha = above[3] * opacity;
    const mix = (at: 0 | 1 | 2) => above[at] * alpha + below[at] * (1 - alpha);
    return [mix(0), mix(1), mix(2), 1];
  };
  const luminance = ([red, green, blue]: Colour) => {
    const linear = (value: number) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  };
  const contrast = (one: Colour, other: Colour) => {
    const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };

  /** What is seen of the text and of what lies below it, from the page's own ground up. */
  function seen(chain: readonly Element[], below: Colour, text: Colour): [Colour, Colour] {
    const [element, ...inner] = chain;
    if (element === undefined) return [over(below, text), below];
    const { backgroundColor, opacity } = getComputedStyle(element);
    const drawn = seen(inner, over(below, read(backgroundColor)), text);
    const [fore, back] = drawn;
    return [over(below, fore, Number(opacity)), over(below, back, Number(opacity))];
  }
  const isUnusable = (element: Element) =>
    element.closest(':disabled, [aria-disabled="true"], [class*="-disabled"]') !== null ||
    element.closest("label")?.control?.matches(":disabled") === true;
  /** There for ears only, or before and after it slides in. */
  const isUnseen = (element: Element) =>
    !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ||
    ancestors(element).some((one) => getComputedStyle(one).clipPath === "inset(50%)");
  function ancestors(element: Element): Element[] {
    const chain: Element[] = [];
    for (let at: Element | null = element; at !== null; at = at.parentElement) chain.unshift(at);
    return chain;
  }

  const found = new Map<string, string>();
  function judge(element: Element, text: string, pseudo?: string) {
    if (isUnseen(element) || isUnusable(element)) return;
    const { color, fontSize } = getComputedStyle(element, pseudo);
    const ground: Colour =
      document.documentElement.style.colorScheme === "dark" ? [18, 18, 18, 1] : [255, 255, 255, 1];
    const [fore, back] = seen(ancestors(element), ground, read(color));
    const ratio = contrast(fore, back);
    const size = Number.parseFloat(fontSize);
    const isSmall = size < least.LEAST_SIZE;
    if (!isSmall && ratio >= least.LEAST_CONTRAST) return;
    const where = `${element.tagName.toLowerCase()}.${element.className}${pseudo ?? ""}`;
    const what = `${size} px, ${ratio.toFixed(2)}:1`;
    const kind = `${where} ${what}`;
    if (!found.has(kind)) found.set(kind, `“${text.trim().slice(0, 24)}” ${what} ${where}`);
  }

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const node = texts.currentNode;
    const text = node.nodeValue ?? "";
    const element = node.parentElement;
    if (text.trim() === "" || element === null) continue;
    range.selectNodeContents(node);
    const { width, height } = range.getBoundingClientRect();
    if (width > 1 && height > 1) judge(element, text);
  }
  for (const field of document.querySelectorAll<HTMLInputElement>(
    "input:not([type=checkbox], [type=radio]), select",
  )) {
    if (field.value !== "") judge(field, field.value);
    else if (field.placeholder) judge(field, field.placeholder, "::placeholder");
  }
  return [...found.values()];
}
