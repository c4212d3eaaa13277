import { createContext, use, useCallback, useEffect, useState, type ReactNode } from "react";
import heard from "#app/ui/heard.module.css";

type Tell = (text: string) => () => void;

const VoiceContext = createContext<Tell | undefined>(undefined);

/**
 * Speaks for all that is within: in one outage every facet fails, and a screen reader need hear it
 * once. The place is there before anything is said, as screen readers want it.
 */
export function OneVoice({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<readonly { readonly text: string }[]>([]);
  const tell = useCallback<Tell>((text) => {
    const one = { text };
    setSaid((all) => [...all, one]);
    return () => setSaid((all) => all.filter((other) => other !== one));
  }, []);
  return (
    <VoiceContext value={tell}>
      <p role="status" className={heard["heard"]}>
        {said[0]?.text}
      </p>
      {children}
    </VoiceContext>
  );
}

/** Has the text said as long as it holds; undefined says nothing. Must be below a {@link OneVoice}. */
export function useVoice(text: string | undefined): void {
  const tell = use(VoiceContext);
  useEffect(() => (text === undefined ? undefined : tell?.(text)), [tell, text]);
}
