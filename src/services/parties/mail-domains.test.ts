import assert from 'node:assert/strict';
import { test } from 'node:test';
import { businessDomain, isFreeMail } from './mail-domains.ts';

test('a firm’s own domain names the employer, free mail names nobody', () => {
  const employers = {
    'ans@cafeans.nl': 'cafeans.nl',
    'a@mail.klant.nl': 'klant.nl',
    'b@shop.firm.co.uk': 'firm.co.uk',
    'oma@gmail.com': null,
    'opa@ziggo.nl': null,
    'x@hotmail.co.uk': null,
    'y@kpnmail.nl': null,
    'z@me.com': null,
    'w@mail.com': null,
    'v@home.nl': null,
    'info@mail.nl': 'mail.nl',
    'info@pandora.net': null,
    'no-domain': null,
    'a@localhost': null,
    'a@[192.168.0.1]': null,
  };
  for (const [value, domain] of Object.entries(employers))
    assert.equal(businessDomain({ kind: 'mail', value }), domain, value);
  assert.equal(businessDomain({ kind: 'phone', value: '+31570612345' }), null);
  assert.equal(isFreeMail('outlook.fr'), true);
});
