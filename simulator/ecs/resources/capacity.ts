/** Whether there is capacity for another task. */
export class Capacity {
  available = true
}
