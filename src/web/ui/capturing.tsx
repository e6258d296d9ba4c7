/** Any page may open the quick capture; the frame around the pages holds it. */
import { createContext, useContext } from 'react';

interface Capturing {
  readonly open: () => void;
}

export const CapturingContext = createContext<Capturing>({ open: () => undefined });

export function useCapturing(): Capturing {
  return useContext(CapturingContext);
}
