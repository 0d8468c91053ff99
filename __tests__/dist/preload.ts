/**
 * Code that runs in the process of the built action before it, to make happen what should not: no
 * switch in the action is needed.
 */

/**
 * @returns the environment for it. @param code as an ES module; must hold no `await` that never
 * ends.
 */
export function preload(code: string): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(code)}"` };
}
