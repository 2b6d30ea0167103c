export interface Box {
  /** Where the box wants to be: its centre, pixels. */
  x: number
  y: number
  width: number
  height: number
}

const GAP = 4
const NEAR = 60
const ROUNDS = 120
const PULL_ROUNDS = 80

/**
 * Moves boxes that lie on each other apart, each as little as may be, and says by how much each was moved. The result
 * depends on nothing but the boxes and their order.
 */
export function declutter(boxes: Box[]): { dx: number; dy: number }[] {
  const places = boxes.map((box, index) => opened(box, index, boxes))
  for (let round = 0; round < ROUNDS; round++) {
    const clean = separate(boxes, places)
    if (clean && round >= PULL_ROUNDS) break
    // While there is time, each is drawn back to its place, so that none drifts farther than it must.
    if (round < PULL_ROUNDS) {
      places.forEach((place, index) => {
        place.x += (boxes[index]!.x - place.x) * 0.06
        place.y += (boxes[index]!.y - place.y) * 0.06
      })
    }
  }
  return places.map((place, index) => ({
    dx: Math.round(place.x - boxes[index]!.x),
    dy: Math.round(place.y - boxes[index]!.y),
  }))
}

/** A box in a crowd starts a little outside it, so that a crowd opens like a flower and not like a stack. */
function opened(box: Box, index: number, boxes: Box[]): { x: number; y: number } {
  const crowd = boxes.filter((other) => Math.abs(other.x - box.x) < NEAR && Math.abs(other.y - box.y) < NEAR)
  if (crowd.length < 3) return { x: box.x, y: box.y }
  const centre = {
    x: crowd.reduce((sum, other) => sum + other.x, 0) / crowd.length,
    y: crowd.reduce((sum, other) => sum + other.y, 0) / crowd.length,
  }
  const distance = Math.hypot(box.x - centre.x, box.y - centre.y)
  const angle = distance > 1 ? Math.atan2(box.y - centre.y, box.x - centre.x) : index * 2.4
  const out = 8 * crowd.length
  return { x: box.x + out * Math.cos(angle), y: box.y + out * Math.sin(angle) }
}

/** Pushes each overlapping pair apart along the shorter way; says whether there was none. */
function separate(boxes: Box[], places: { x: number; y: number }[]): boolean {
  let clean = true
  for (let first = 0; first < boxes.length; first++) {
    for (let second = first + 1; second < boxes.length; second++) {
      const [a, b] = [places[first]!, places[second]!]
      const overlapX = (boxes[first]!.width + boxes[second]!.width) / 2 + GAP - Math.abs(b.x - a.x)
      const overlapY = (boxes[first]!.height + boxes[second]!.height) / 2 + GAP - Math.abs(b.y - a.y)
      if (overlapX <= 0 || overlapY <= 0) continue
      clean = false
      if (overlapX < overlapY) {
        const push = (b.x >= a.x ? 1 : -1) * (overlapX / 2)
        a.x -= push
        b.x += push
      } else {
        const push = (b.y >= a.y ? 1 : -1) * (overlapY / 2)
        a.y -= push
        b.y += push
      }
    }
  }
  return clean
}
