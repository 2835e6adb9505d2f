import { tier } from './jest.config.js'

export default tier('clients')
