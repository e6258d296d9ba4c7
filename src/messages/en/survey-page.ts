/** The page of a survey, for who is asked: two questions, or four marks. */
export const surveyPage = {
  titles: { missing: 'Would you miss us?', four: 'Four short questions' },
  lead: (asker: string, firm: string) => `${asker} of ${firm} would like to know, and reads your answer personally.`,
  missing: {
    question: (firm: string) => `Suppose ${firm} stopped tomorrow. How annoying would that be for you?`,
    very: 'Very annoying',
    little: 'A little annoying',
    not: 'Not annoying',
    reasons: 'What would you miss? (if you like; tick what fits)',
    kinds: { personal: 'The people', brand: 'What we make', price: 'The price' },
    words: 'Or in your own words',
  },
  four: {
    hint: '1 is poor, 5 is excellent.',
    quality: 'How good is what we deliver?',
    satisfaction: 'How satisfied are you with us?',
    value: 'Is it worth what you pay for it?',
    bond: 'How much do you feel connected with us?',
    words: 'Anything you would like to add? (if you like)',
  },
  send: 'Send',
  thanks: { title: 'Thank you', text: 'Your answer has arrived. You need not do anything else.' },
  never: 'Do not ask me such questions again',
  neverSaid: 'We shall not ask you again.',
  alone: 'What you answer is read by the people you deal with, and used for nothing but getting on better together.',
  problems: {
    'no-answer': 'Choose one of the answers first.',
    'no-marks': 'Give each of the four a mark first.',
  } as Record<string, string>,
};
