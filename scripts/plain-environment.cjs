/**
 * jest's Node environment without the proxy around its global object: every use of JSON, Object or Math goes through
 * that proxy, which doubles the time of a story. Node before 22.8 has no other context, and keeps it.
 */
const vm = require('node:vm')
const { TestEnvironment } = require('jest-environment-node')

module.exports = class PlainEnvironment extends TestEnvironment {
  constructor(config, context) {
    const { createContext } = vm
    const plain = vm.constants?.DONT_CONTEXTIFY
    if (plain) vm.createContext = () => createContext(plain)
    try {
      super(config, context)
    } finally {
      vm.createContext = createContext
    }
  }
}
