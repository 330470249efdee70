import { StateTag } from '#console/ui/state-mark'
import { lampOptions, lampTones } from '../../records/lamp-options'

/** A lamp: shape, colour and word. */
export const LampTag = ({ colour }: { readonly colour: keyof typeof lampOptions }) => (
  <StateTag label={lampOptions[colour]} tone={lampTones[colour]} />
)
