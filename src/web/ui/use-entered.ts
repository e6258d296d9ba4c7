import { useState } from 'react';

/** What stood there when somebody began to change it. What comes in meanwhile is not theirs to write over. */
export function useEntered<Value>(value: Value): Value {
  const [entered] = useState(() => value);
  return entered;
}
