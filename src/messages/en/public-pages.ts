/** What stands on every page behind a secret link; for who comes from outside. */
export const publicPages = {
  otherLanguage: 'Nederlands',
  gone: {
    title: 'This page is not here (any more)',
    text: 'Perhaps the link was not copied completely, or it was withdrawn. Ask whoever gave it to you for a new one.',
  },
  tooMany: {
    title: 'One moment, please',
    text: 'A lot came in within a short time. Please try again in a minute.',
  },
  trouble: {
    title: 'That did not work',
    text: 'Something went wrong on our side, or what you sent was too large. Go back and try again.',
  },
};
