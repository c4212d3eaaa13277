import {
  Suspense,
  use,
  useLayoutEffect,
  useState,
  type ComponentType,
  type ReactNode,
} from "react";
import { ErrorBoundary, type FallbackProps } from "react-error-boundary";
import { WayBroken } from "./way-broken.ts";

/**
 * A component whose code comes when it is first drawn. Unlike with `React.lazy`, code that could not
 * be fetched takes away this part only, and can be asked for again. It is asked for again by itself
 * when the way to the server is whole once more.
 */
export function createLazyPart<Code, Props extends object>(
  load: () => Promise<Code>,
  pick: (code: Code) => ComponentType<Props>,
): ComponentType<Props & { whileLoading?: ReactNode; whenFailed: ComponentType<FallbackProps> }> {
  let code: Promise<ComponentType<Props>> | undefined;
  // A failure is kept until somebody asks again: React draws anew on every end of a promise, and would
  // fetch for ever if each drawing began another one.
  const fetchCode = () => (code ??= load().then(pick));
  function forget() {
    code = undefined;
  }
  function Part(props: Props) {
    const Loaded = use(fetchCode());
    // What follows a layout effect is drawn in one go. Late code otherwise may be drawn in a try that
    // React gives up, and antd's overlays are registered for Escape by being drawn: one that was given
    // up would stay the topmost for good, and Escape would close nothing any more.
    const [isHere, setHere] = useState(false);
    useLayoutEffect(() => setHere(true), []);
    return isHere && <Loaded {...props} />;
  }
  return function LazyPart({ whileLoading, whenFailed, ...props }) {
    const isWayBroken = use(WayBroken);
    return (
      <ErrorBoundary FallbackComponent={whenFailed} onReset={forget} resetKeys={[isWayBroken]}>
        <Suspense fallback={whileLoading}>
          {/* What is left are the part's own props. */}
          <Part {...(props as unknown as Props)} />
        </Suspense>
      </ErrorBoundary>
    );
  };
}
