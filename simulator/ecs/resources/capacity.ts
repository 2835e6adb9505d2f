/** Whether there is room for another task: without it ECS starts none and says so. */
export class Capacity {
  available = true
}
