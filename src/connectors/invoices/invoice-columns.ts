/** Which column of a table of sales invoices holds what: lists of headings as data, one for each program, and what a person says. */

export const invoiceFields = [
  'id',
  'date',
  'customer',
  'number',
  'contact',
  'mail',
  'phone',
  'city',
  'kvkNumber',
  'vatId',
  'iban',
  'amount',
  'currency',
  'kind',
  'subject',
] as const;
export type InvoiceField = (typeof invoiceFields)[number];
export type InvoiceColumns = Readonly<Partial<Record<InvoiceField, string>>>;
type Headings = Readonly<Partial<Record<InvoiceField, readonly string[]>>>;

/** Words that any of them may use. docs/import.md says of each list where it is from; none was seen on a real export. */
const common: Headings = {
  id: [
    'factuurnummer',
    'factuurnr',
    'factuur',
    'invoicenumber',
    'invoiceno',
    'invoiceid',
    'invoice',
    'nummer',
    'number',
  ],
  date: ['factuurdatum', 'invoicedate', 'datum', 'date', 'boekdatum'],
  customer: [
    'klantnaam',
    'klant',
    'bedrijfsnaam',
    'bedrijf',
    'debiteurnaam',
    'debiteur',
    'relatie',
    'customername',
    'customer',
    'company',
    'contact',
    'naam',
  ],
  number: [
    'klantnummer',
    'klantnr',
    'klantcode',
    'debiteurnummer',
    'debiteurnr',
    'relatienummer',
    'relatiecode',
    'customernumber',
    'customerid',
  ],
  contact: ['contactpersoon', 'tav', 'contactname', 'attentie'],
  mail: ['email', 'emailadres', 'mailadres', 'mail', 'factuuremail'],
  phone: ['telefoon', 'telefoonnummer', 'phone'],
  city: ['plaats', 'woonplaats', 'vestigingsplaats', 'city'],
  kvkNumber: ['kvknummer', 'kvk', 'kamervankoophandel', 'cocnumber', 'chamberofcommerce'],
  vatId: ['btwnummer', 'btwid', 'vatnumber', 'vatid', 'taxnumber'],
  iban: ['iban', 'bankrekening', 'rekeningnummer'],
  amount: [
    'totaalinclbtw',
    'totaalbedraginclbtw',
    'bedraginclbtw',
    'bedraginclusiefbtw',
    'totaalinclusiefbtw',
    'totaalincl',
    'totalinclvat',
    'totalpriceincltax',
    'factuurbedrag',
    'totaalbedrag',
    'totaal',
    'total',
    'bedrag',
    'amount',
  ],
  currency: ['valuta', 'valutacode', 'munt', 'currency'],
  kind: ['type', 'soort', 'factuursoort', 'documenttype'],
  subject: ['omschrijving', 'onderwerp', 'referentie', 'kenmerk', 'description', 'reference'],
};

/** What a program calls otherwise; before the common words. */
const presets: Readonly<Record<string, Headings>> = {
  exact: {
    id: ['factuurnummer', 'invoicenumber', 'onzeref', 'uwref', 'boekstuknummer'],
    customer: ['factuuraannaam', 'klantnaam', 'accountname', 'relatienaam', 'invoicetoname'],
    number: ['factuuraancode', 'klantcode', 'accountcode', 'relatiecode', 'code'],
    amount: ['bedraginclbtw', 'amountfc', 'amountdc', 'bedragvv', 'bedrag'],
  },
  moneybird: {
    id: ['factuurnummer', 'invoiceid', 'referentie'],
    customer: ['bedrijfsnaam', 'companyname', 'contact'],
    number: ['klantnummer', 'customerid'],
    contact: ['contactpersoon', 'achternaam'],
    amount: ['totaalinclbtw', 'totalpriceincltax', 'bedraginclusiefbtw', 'totaalbedraginclusiefbtw'],
  },
  silvasoft: {
    id: ['factuurnummer', 'ordernummer'],
    customer: ['relatienaam', 'klantnaam', 'relatie'],
    number: ['relatienummer', 'klantnummer'],
    amount: ['totaalinclbtw', 'totaalinclusief', 'totaalbedrag'],
  },
  afas: {
    id: ['factuurnummer', 'nummerfactuur'],
    customer: ['naamverkooprelatie', 'verkooprelatienaam', 'naamdebiteur', 'debiteurnaam', 'naam'],
    number: ['verkooprelatie', 'debiteurnummer', 'nummerdebiteur', 'debiteur'],
    amount: ['factuurbedrag', 'bedraginclbtw', 'bedraginclusiefbtw', 'factuurbedraginclbtw'],
  },
};

const plain = (heading: string) =>
  heading
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]/g, '');

/** As the best fitting list of headings says, and in its place what a person said. */
export function chooseColumns(header: readonly string[], said: Readonly<Record<string, string>> = {}): InvoiceColumns {
  const choices = [common, ...Object.values(presets).map((own) => merge(own, common))].map((list) =>
    choose(header, list),
  );
  const best = choices.reduce((left, right) => (Object.keys(right).length > Object.keys(left).length ? right : left));
  const known = new Set(header);
  const corrected = invoiceFields.flatMap((field) => {
    const heading = Object.hasOwn(said, field) ? said[field] : best[field];
    return heading !== undefined && known.has(heading) ? [[field, heading]] : [];
  });
  return Object.fromEntries(corrected);
}

/** A number, a date, an amount and somebody: nothing else has these four, and none of the other tables has the first. */
export function hasInvoiceHeader(header: readonly string[]): boolean {
  const columns = chooseColumns(header);
  const named = plain(columns.id ?? '');
  const isInvoice =
    /factuur|invoice/.test(named) || header.some((heading) => /factuurdatum|invoicedate/.test(plain(heading)));
  return (
    isInvoice &&
    Boolean(
      columns.id &&
        columns.date &&
        columns.amount &&
        (columns.customer ?? columns.number ?? columns.mail ?? columns.kvkNumber ?? columns.vatId),
    )
  );
}

function merge(own: Headings, others: Headings): Headings {
  return Object.fromEntries(invoiceFields.map((field) => [field, [...(own[field] ?? []), ...(others[field] ?? [])]]));
}

/** Each heading serves once: the first field that wants it has it. */
function choose(header: readonly string[], list: Headings): InvoiceColumns {
  const taken = new Set<string>();
  const chosen: Partial<Record<InvoiceField, string>> = {};
  for (const field of invoiceFields) {
    const wanted = list[field] ?? [];
    const found = wanted.flatMap((word) =>
      header.filter((heading) => plain(heading) === word && !taken.has(heading)),
    )[0];
    if (found === undefined) continue;
    taken.add(found);
    chosen[field] = found;
  }
  return chosen;
}
