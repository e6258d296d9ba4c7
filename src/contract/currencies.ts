/** Currencies in use (ISO 4217), those met most here first, and how many decimals each counts in. The browser reads this too: no Zod. */
const nearby = 'EUR USD GBP CHF DKK NOK SEK PLN CZK HUF RON';
const elsewhere = `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD
  CDF CLP CNY COP CRC CUP CVE DJF DOP DZD EGP ERN ETB FJD FKP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG IDR ILS INR IQD IRR
  ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK
  MXN MYR MZN NAD NGN NIO NPR NZD OMR PAB PEN PGK PHP PKR PYG QAR RSD RUB RWF SAR SBD SCR SDG SGD SHP SLE SOS SRD SSP STN
  SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG`;

export const currencies: readonly string[] = `${nearby} ${elsewhere}`.split(/\s+/);

/** All others count in hundredths. */
const otherDecimals = new Map<string, number>([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
]);

export interface Money {
  /** In the smallest unit that the currency counts in. */
  readonly amountMinor: number;
  readonly currency: string;
}

export function decimalsOf(currency: string): number {
  return otherDecimals.get(currency) ?? 2;
}

export function toMajor({ amountMinor, currency }: Money): number {
  return amountMinor / 10 ** decimalsOf(currency);
}

export function toMoney(amount: number, currency: string): Money {
  return { amountMinor: Math.round(amount * 10 ** decimalsOf(currency)), currency };
}
