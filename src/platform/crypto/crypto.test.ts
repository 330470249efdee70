import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openBytes, SealBroken, sealBytes } from './envelope'
import { runtimeProvider as crypto } from './runtime-provider'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const bytes = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')

describe('the algorithms give what the standards print', () => {
  it.each([
    ['sm3', 'abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['sm3', 'abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
    ['sha256', 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ] as const)('%s of “%s” (GB/T 32905-2016, appendix A; FIPS 180-4)', (algorithm, text, digest) => {
    expect(crypto.digest(algorithm, text)).toBe(digest)
    const running = crypto.startDigest(algorithm)
    for (const letter of text) running.update(letter)
    expect(running.end()).toBe(digest)
  })

  it('SM4 of one block (GB/T 32907-2016, appendix A)', () => {
    const key = bytes('0123456789abcdeffedcba9876543210')
    const zero = new Uint8Array(16)
    const first = crypto.encrypt('cbc', { key, iv: zero, data: key }).subarray(0, 16)
    expect(hex(first)).toBe('681edf34d206965e86b3e94f536e4246')
    // CTR over zeros encrypts its counter: the same block once more.
    expect(hex(crypto.encrypt('ctr', { key, iv: key, data: zero }))).toBe('681edf34d206965e86b3e94f536e4246')
  })

  const privateKey = '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8'
  const publicKey =
    '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13'

  it('an SM2 signature verifies with its signer’s id and with no other (GB/T 32918.5, appendix A)', () => {
    const signature =
      'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa'
    expect(crypto.sm2.publicKeyOf(privateKey)).toBe(publicKey)
    expect(crypto.sm2.verify('message digest', { signature, publicKey })).toBe(true)
    expect(crypto.sm2.verify('message digest', { signature, publicKey, signer: 'ALICE' })).toBe(false)
    expect(crypto.sm2.verify('message digesT', { signature, publicKey })).toBe(false)
    expect(crypto.sm2.verify('message digest', { signature: '00', publicKey })).toBe(false)
    expect(crypto.sm2.verify('message digest', { signature: '0'.repeat(128), publicKey })).toBe(false)
  })

  it('an SM2 text opens (GB/T 32918.5, appendix C)', () => {
    const text =
      '0404ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73e858f9d81e5430a57b36daab8f950a3c64e6ee6a63094d99283aff767e124df059983c18f809e262923c53aec295d30383b54e39d609d160afcb1908d0bd876621886ca989ca9c7d58087307ca93092d651efa'
    expect(Buffer.from(crypto.sm2.decrypt(text, privateKey)).toString()).toBe('encryption standard')
  })
})

describe('SM2 in use', () => {
  it('what one key signs or encrypts, only it verifies or opens', () => {
    const [mine, other] = [crypto.sm2.keyPair(), crypto.sm2.keyPair()]
    const signature = crypto.sm2.sign('封印', { privateKey: mine.privateKey, signer: '一盘棋' })
    expect(crypto.sm2.verify('封印', { signature, publicKey: mine.publicKey, signer: '一盘棋' })).toBe(true)
    expect(crypto.sm2.verify('封印', { signature, publicKey: other.publicKey, signer: '一盘棋' })).toBe(false)
    const text = crypto.sm2.encrypt(Buffer.from('密'), mine.publicKey)
    expect(Buffer.from(crypto.sm2.decrypt(text, mine.privateKey)).toString()).toBe('密')
    expect(() => crypto.sm2.decrypt(text, other.privateKey)).toThrow()
    expect(() => crypto.sm2.decrypt(`${text.slice(0, -2)}00`, mine.privateKey)).toThrow()
  })
})

describe('sealed bytes', () => {
  const key = Buffer.alloc(32, 7)

  it('open to what they were, and no two sealings of the same look alike', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (plain, context) => {
        const sealed = sealBytes(crypto, { key, context, bytes: plain })
        expect(sealed.length).toBe(plain.length + 49)
        expect(hex(openBytes(crypto, { key, context, bytes: sealed }))).toBe(hex(plain))
        expect(hex(sealBytes(crypto, { key, context, bytes: plain }))).not.toBe(hex(sealed))
      }),
    )
  })

  it('do not open when any bit is changed, cut off, or when they lie in another place', () => {
    const sealed = sealBytes(crypto, {
      key,
      context: 'LZ|person|1|mobile',
      bytes: Buffer.from('13800000000'),
    })
    fc.assert(
      fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
        const altered = Uint8Array.from(sealed)
        altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(() => openBytes(crypto, { key, context: 'LZ|person|1|mobile', bytes: altered })).toThrow(
          SealBroken,
        )
      }),
    )
    for (const length of [0, 1, 17, 48, sealed.length - 1])
      expect(() =>
        openBytes(crypto, { key, context: 'LZ|person|1|mobile', bytes: sealed.subarray(0, length) }),
      ).toThrow(SealBroken)
    expect(() => openBytes(crypto, { key, context: 'LZ|person|2|mobile', bytes: sealed })).toThrow(SealBroken)
  })
})
