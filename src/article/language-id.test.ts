import { describe, expect, it } from 'vitest'
import { resources } from '../../tests/kit/article.js'
import { identifyLanguage } from './language-id.js'

describe('identifyLanguage', () => {
  it.each([
    ['en', 'The minister said that the talks would go on and that there was no reason to stop them now.'],
    [
      'es',
      'El ministro dijo que las conversaciones van a seguir y que no hay motivo para detenerlas por ahora.',
    ],
    [
      'fr',
      'Le ministre a dit que les discussions vont continuer et qu’il n’y a pas de raison de les arrêter.',
    ],
    [
      'de',
      'Der Minister sagte, dass die Gespräche weitergehen und es keinen Grund gibt, sie jetzt zu beenden.',
    ],
    [
      'pt',
      'O ministro disse que as conversações vão continuar e que não há motivo para as interromper por enquanto.',
    ],
    ['ru', 'Министр сказал, что переговоры будут продолжены и что нет причин их прекращать до конца года.'],
    ['uk', 'Міністр сказав, що переговори будуть продовжені і що немає причин їх припиняти до кінця року.'],
    ['ar', 'قال الوزير إن المحادثات سوف تستمر وإنه لا يوجد سبب لوقفها في هذه المرحلة من العام'],
    ['ko', '장관은 회담이 계속될 것이며 지금 중단할 이유가 없다고 말했다.'],
    ['zh', '部长表示，会谈将继续进行，目前没有理由停止。'],
    ['ja', '大臣は、会談は続けられ、今やめる理由はないと述べた。'],
    ['und', 'OK 42'],
  ])('%s', (language, text) => expect(identifyLanguage(text, resources)).toBe(language))
})
