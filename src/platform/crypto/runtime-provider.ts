import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hash,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { sm2 } from 'sm-crypto-v2'
import { type Bytes, type CryptoProvider, standardSigner } from './crypto-provider'

const bytesOf = (data: Bytes): Uint8Array => (typeof data === 'string' ? Buffer.from(data, 'utf8') : data)

/**
 * SM3 and SM4 of Node's OpenSSL, SM2 of sm-crypto-v2: Node can sign with SM2 but not set the signer's id, without
 * which a signature does not verify elsewhere.
 */
export const runtimeProvider: CryptoProvider = {
  name: 'node',
  // In one call: half the time of createHash for something as short as an event.
  digest: (algorithm, data) => hash(algorithm, bytesOf(data), 'hex'),
  startDigest(algorithm) {
    const running = createHash(algorithm)
    return { update: (data) => void running.update(bytesOf(data)), end: () => running.digest('hex') }
  },
  hmac(key, pieces) {
    const hmac = createHmac('sm3', key)
    for (const piece of pieces) hmac.update(bytesOf(piece))
    return hmac.digest()
  },
  encrypt(mode, { key, iv, data }) {
    const cipher = createCipheriv(`sm4-${mode}`, key, iv)
    return Buffer.concat([cipher.update(data), cipher.final()])
  },
  decrypt(mode, { key, iv, data }) {
    const decipher = createDecipheriv(`sm4-${mode}`, key, iv)
    return Buffer.concat([decipher.update(data), decipher.final()])
  },
  random: (bytes) => randomBytes(bytes),
  isSame: (a, b) => a.length === b.length && timingSafeEqual(a, b),
  sm2: {
    keyPair() {
      const { privateKey, publicKey } = sm2.generateKeyPairHex()
      return { privateKey, publicKey }
    },
    publicKeyOf: (privateKey) => sm2.getPublicKeyFromPrivateKey(privateKey),
    sign: (message, { privateKey, signer = standardSigner }) =>
      sm2.doSignature(bytesOf(message), privateKey, { hash: true, userId: signer }),
    verify(message, { signature, publicKey, signer = standardSigner }) {
      if (!/^[0-9a-f]{128}$/i.test(signature) || !sm2.verifyPublicKey(publicKey)) return false
      return sm2.doVerifySignature(bytesOf(message), signature, publicKey, { hash: true, userId: signer })
    },
    // The library leaves out the sign of an uncompressed point that the standard has in C1.
    encrypt: (data, publicKey) => `04${sm2.doEncrypt(data, publicKey, 1)}`,
    decrypt(cipherText, privateKey) {
      const plain = sm2.doDecrypt(cipherText.slice(2), privateKey, 1, { output: 'array' })
      const carried = cipherText.length / 2 - 65 - 32
      if (plain.length !== carried) throw new Error('The SM2 text was altered or belongs to another key')
      return plain
    },
  },
}
