/** Altered answers about services and their deployments. */
import { testAlteredAnswers } from './altered-answers.js'

testAlteredAnswers('of services and deployments')
