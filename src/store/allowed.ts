declare const allowed: unique symbol;
/** A row that services/allow.ts has passed for a change; functions that write one ask for this. */
export type Allowed<Row> = Row & { readonly [allowed]: true };
