/** Wat op elke pagina achter een geheime link staat; voor wie van buiten komt, dus met u. */
export const publicPages = {
  otherLanguage: 'English',
  gone: {
    title: 'Deze pagina is er niet (meer)',
    text: 'Misschien is de link niet helemaal overgenomen, of is hij ingetrokken. Vraag degene van wie u hem kreeg om een nieuwe.',
  },
  tooMany: {
    title: 'Even rustig aan',
    text: 'Er kwam in korte tijd veel binnen. Probeer het over een minuut nog eens.',
  },
  trouble: {
    title: 'Dat lukte niet',
    text: 'Er ging iets mis aan onze kant, of wat u stuurde was te groot. Ga terug en probeer het nog eens.',
  },
};
