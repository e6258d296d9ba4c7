/** First run, signing in, and the three ways to begin. */
export const setup = {
  title: 'Welcome to Hecht',
  lead: 'Hecht shows with whom you really have a relationship, what it stands on and what it needs today.',
  intro: 'Two minutes, and the house is yours. Everything stays on this machine.',
  token: 'Token',
  tokenHint: 'Printed in the window where Hecht was started.',
  yourName: 'Your name',
  email: 'Mail address',
  password: 'Password',
  passwordHint: 'At least 10 characters. A short sentence works well.',
  firmName: 'Name of your firm',
  timeZone: 'Time zone',
  timeZoneHint: 'Days and weeks follow it.',
  create: 'Open the house',
  signInTitle: 'Good to see you again',
  signIn: 'Sign in',
  forgot: 'Password forgotten? An owner can give you a new one; for the owner there is `hecht users`.',
  choicesTitle: (name: string) => `Welcome, ${name}. How do you want to begin?`,
  choices: {
    mail: {
      title: 'Import your mail',
      text: 'Hecht reads who you deal with and at what rhythm. You look first, and can undo it all.',
      act: 'Choose files',
    },
    demo: {
      title: 'Look around in a demo firm',
      text: 'Coffee roasters De Overkant: 140 invented customers and two years of history. One click removes it again.',
      act: 'Look around',
      busy: 'Two years are being written. This takes a moment.',
    },
    empty: {
      title: 'Start empty',
      text: 'Add your first relation by hand; the rest can come later.',
      act: 'Start empty',
    },
  },
  findingsTitle: 'Three things you might not have known',
  findingsOne: 'One thing you might not have known',
  findingsNone: 'Nothing stands out in this mail. That is a good sign.',
  findings: {
    'open-promises': (count: number) => (count === 1 ? 'One promise still open' : `${count} promises still open`),
    unthanked: (count: number) =>
      count === 1
        ? 'One person who helped you and was not thanked'
        : `${count} people who helped you and were not thanked`,
    losing: (count: number) => (count === 1 ? 'Someone you are losing' : `${count} people you are losing`),
    unanswered: (count: number) =>
      count === 1 ? 'One question you did not answer yet' : `${count} questions you did not answer yet`,
    strongest: (count: number) => (count === 1 ? 'Your closest relation' : `Your ${count} closest relations`),
    'one-sided': (count: number) =>
      count === 1 ? 'One contact that comes from one side' : `${count} contacts that come from one side`,
  },
  nextTitle: 'One small next step',
  nextText: 'Hecht does not know yet who is a customer. Ten minutes of yes and no, and Today starts to mean something.',
  next: 'Who is a customer?',
  nextToday: 'Straight to Today',
};
