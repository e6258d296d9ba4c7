import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classifyMail } from './mail-class.ts';
import { scanHeaders } from './mail-headers.ts';

interface Example {
  readonly from: string;
  readonly subject?: string;
  readonly headers?: string;
  readonly text?: string;
  readonly own?: readonly string[];
  readonly spam?: boolean;
}

function classify({
  from,
  subject = 'Levering',
  headers = '',
  text = '',
  own = ['sanne@overkant.example'],
  spam = false,
}: Example): string {
  return classifyMail({
    headers: scanHeaders(Buffer.from(`From: ${from}\n${headers}\n\n`)),
    fromAddress: from,
    subject,
    ownAddresses: own,
    isInSpamFolder: spam,
    unquotedText: text,
  });
}

const examples: Readonly<Record<string, readonly Example[]>> = {
  person: [
    { from: 'ans@cafe.example' },
    { from: 'ans@cafe.example', subject: 'Afwezig vrijdag?', text: 'Ik ben vrijdag afwezig, kun jij openen?' },
    { from: 'ans@cafe.example', subject: 'Re: Automatisch antwoord: vakantie', text: 'Veel plezier!' },
    { from: 'ans@cafe.example', subject: 'RE: [team] Out of office next week' },
    { from: 'ans@cafe.example', subject: 'Undeliverable parcels', text: 'Three parcels came back.' },
    { from: 'ans@cafe.example', headers: 'X-Auto-Response-Suppress: DR, OOF, AutoReply' },
    { from: 'ans@cafe.example', headers: 'Auto-Submitted: no' },
    { from: 'ans@cafe.example', headers: 'X-Spam-Flag: NO\nX-Spam-Status: No, score=1.1' },
    { from: 'noor.nieuwstraat@cafe.example' },
    { from: 'ans@cafe.example', subject: '[Spoed] Bonen op', headers: 'To: sanne@overkant.example' },
    { from: 'sanne@overkant.example', subject: '[Spoed] Bonen op' },
    { from: 'info@cafe.example' },
    { from: 'ans@mail.cafe.example' },
    { from: 'ans@email.example' },
    // A firm's own shared address kept as a group: the customer's mail is still a person's.
    {
      from: 'ans@cafe.example',
      headers: 'List-Id: <info.overkant.example>\nList-Post: <mailto:info@overkant.example>\nPrecedence: list',
    },
    // What one writes oneself about unsubscribing is no mailing.
    { from: 'sanne@overkant.example', text: 'Wil je je uitschrijven voor de cursus? Afmelden voor 1 mei.' },
    {
      from: 'ans@cafe.example',
      headers: 'Return-Path: <ans@cafe.example>',
      subject: 'Gelezen: De avonden',
      text: 'Mooi boek.',
    },
  ],
  list: [
    // The list's headers and its address got lost; its name before the subject did not.
    { from: 'guido@python.example', subject: '[Spambayes] test sets?' },
    { from: 'ans@cafe.example', headers: 'List-Id: Koffiebranders <branders.lijsten.example>' },
    { from: 'ans@cafe.example', headers: 'List-Post: <mailto:branders@lijsten.example>\nX-Mailman-Version: 2.1' },
    {
      from: 'ans@cafe.example',
      headers: 'Mailing-List: list branders@groups.example; contact branders-owner@groups.example',
    },
    { from: 'ans@cafe.example', headers: 'Precedence: list' },
    { from: 'ans@cafe.example', headers: 'Sender: owner-branders@lijsten.example' },
    { from: 'ans@cafe.example', headers: 'Return-Path: <branders-bounces+sanne=overkant.example@lijsten.example>' },
    {
      from: 'ans@cafe.example',
      headers: 'X-BeenThere: branders@lijsten.example\nList-Unsubscribe: <mailto:x@lijsten.example>\nPrecedence: bulk',
    },
    // A colleague to a list of the own firm.
    { from: 'karin@overkant.example', headers: 'List-Id: <allen.overkant.example>' },
  ],
  bulk: [
    { from: 'ans@cafe.example', headers: 'Precedence: bulk' },
    { from: 'ans@cafe.example', headers: 'Precedence: junk' },
    { from: 'winkel@winkel.example', headers: 'List-Unsubscribe: <https://winkel.example/u>' },
    {
      from: 'winkel@winkel.example',
      headers:
        'List-Unsubscribe: <https://w.example>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\nList-Id: <12.winkel.example>',
    },
    { from: 'winkel@winkel.example', headers: 'Feedback-ID: 1:2:3:winkel' },
    { from: 'winkel@winkel.example', headers: 'X-Mailchimp-Campaign-Id: abc' },
    { from: 'no-reply@bank.example' },
    { from: 'noreply@bank.example' },
    { from: 'no.reply@bank.example' },
    { from: 'donotreply@bank.example' },
    { from: 'niet-beantwoorden@gemeente.example' },
    { from: 'geen-antwoord@gemeente.example' },
    { from: 'nieuwsbrief@winkel.example' },
    { from: 'newsletter@shop.example' },
    { from: 'order-notification@shop.example' },
    { from: 'ans@nieuwsbrief.winkel.example' },
    { from: 'root@server.example', subject: 'Cron' },
    { from: 'app@bank.example', headers: 'Auto-Submitted: auto-generated' },
    { from: 'app@bank.example', headers: 'X-Auto-Response-Suppress: All' },
    { from: 'ans@cafe.example', spam: true },
    { from: 'ans@cafe.example', headers: 'X-Spam-Flag: YES' },
    {
      from: 'actie@winkel.example',
      text: 'Alles half geld!\n\nU ontvangt deze nieuwsbrief omdat u klant bent. Afmelden voor onze nieuwsbrief',
    },
    {
      from: 'deals@shop.example',
      text: 'Half price!\n\nYou are receiving this email because you bought a cup. Unsubscribe here.',
    },
  ],
  'auto-reply': [
    { from: 'ans@cafe.example', headers: 'Auto-Submitted: auto-replied' },
    { from: 'ans@cafe.example', headers: 'X-Autoreply: yes' },
    { from: 'ans@cafe.example', headers: 'Precedence: auto_reply' },
    { from: 'ans@cafe.example', subject: 'Automatisch antwoord: Levering' },
    { from: 'ans@cafe.example', subject: 'Automatic reply: Delivery' },
    { from: 'ans@cafe.example', subject: 'Out of office: Delivery' },
    { from: 'ans@cafe.example', subject: 'Afwezigheidsbericht' },
    { from: 'ans@cafe.example', subject: 'Ans van Dijk is out of the office.' },
    { from: 'ans@cafe.example', subject: 'Afwezig', headers: 'X-Auto-Response-Suppress: All' },
    { from: 'ans@cafe.example', subject: 'Ik ben op vakantie', headers: 'Precedence: bulk' },
    { from: 'ans@cafe.example', subject: 'Levering', headers: 'Return-Path: <>' },
    {
      from: 'ans@cafe.example',
      subject: 'Gelezen: Levering',
      headers: 'Content-Type: multipart/report; report-type=disposition-notification',
    },
  ],
  bounce: [
    { from: 'mailer-daemon@mail.example', subject: 'Mail delivery failed' },
    { from: 'postmaster@cafe.example', subject: 'Onbestelbaar: Levering' },
    {
      from: 'bezorging@mail.example',
      headers: 'Content-Type: multipart/report; report-type="delivery-status"; boundary=x',
    },
    { from: 'bezorging@mail.example', headers: 'X-Failed-Recipients: ans@cafe.example' },
    { from: 'bezorging@mail.example', subject: 'Niet bezorgd: Levering', headers: 'Return-Path: <>' },
    {
      from: 'bezorging@mail.example',
      subject: 'Undelivered Mail Returned to Sender',
      headers: 'Return-Path: <>\nAuto-Submitted: auto-replied',
    },
  ],
};

for (const [expected, mails] of Object.entries(examples)) {
  test(`told apart: ${expected}`, () => {
    for (const mail of mails) assert.equal(classify(mail), expected, JSON.stringify(mail));
  });
}
