package corpus;

import cotangent.Differentiable;
import java.util.Iterator;
import java.util.NoSuchElementException;
/** Lists, queues and rings of one's own, as textbooks have them. */
class TextbookLists {
  // doubly linked list with sentinel
  static final class DList {
    static final class Node { double value; Node prev; Node next; Node(double value) { this.value = value; } }
    private final Node head = new Node(0), tail = new Node(0);
    private int size;
    DList() { head.next = tail; tail.prev = head; }
    void addLast(double v) { insertBefore(tail, v); }
    void addFirst(double v) { insertBefore(head.next, v); }
    private void insertBefore(Node n, double v) { Node m = new Node(v); m.prev = n.prev; m.next = n; n.prev.next = m; n.prev = m; size++; }
    Node find(double above) { for (Node n = head.next; n != tail; n = n.next) if (n.value > above) return n; return null; }
    void unlink(Node n) { n.prev.next = n.next; n.next.prev = n.prev; n.prev = null; n.next = null; size--; }
    boolean isEmpty() { return size == 0; }
    double removeFirst() { Node n = head.next; unlink(n); return n.value; }
    double sum() { double s = 0; Node n = head.next; while (n != tail) { s = 0.5 * s + n.value; n = n.next; } return s; }
  }
  @Differentiable static double sentinel(double[] x, double t) {
    DList l = new DList();
    for (double v : x) { l.addLast(v * t); l.addFirst(Math.sin(v)); }
    DList.Node f = l.find(0.3);
    if (f != null) { double v = f.value; l.unlink(f); l.addLast(v * v); }
    double r = l.sum();
    while (!l.isEmpty()) r = r * 0.7 + l.removeFirst();
    return r;
  }
  // stack with generic node
  static class Stack<T> implements Iterable<T> {
    private class Node { T item; Node below; Node(T item, Node below) { this.item = item; this.below = below; } }
    private Node top; private int n;
    void push(T t) { top = new Node(t, top); n++; }
    T pop() { if (top == null) throw new NoSuchElementException(); T t = top.item; top = top.below; n--; return t; }
    boolean isEmpty() { return n == 0; }
    public Iterator<T> iterator() { return new Iterator<T>() { Node at = top; public boolean hasNext() { return at != null; } public T next() { T t = at.item; at = at.below; return t; } }; }
  }
  @Differentiable static double stack(double[] x) {
    Stack<Double> s = new Stack<>();
    for (double v : x) { if (v < 0 && !s.isEmpty()) s.push(s.pop() * v); else s.push(v); }
    double r = 0; for (double v : s) r = Math.cos(r) + v;
    while (!s.isEmpty()) r += s.pop() * s.n;
    return r;
  }
  // generic queue of Sedgewick
  static class Queue<Item> {
    private static class Node<Item> { private Item item; private Node<Item> next; }
    private Node<Item> first, last; private int n;
    boolean isEmpty() { return first == null; }
    int size() { return n; }
    void enqueue(Item item) { Node<Item> oldlast = last; last = new Node<Item>(); last.item = item; last.next = null; if (isEmpty()) first = last; else oldlast.next = last; n++; }
    Item dequeue() { if (isEmpty()) throw new NoSuchElementException("Queue underflow"); Item item = first.item; first = first.next; n--; if (isEmpty()) last = null; return item; }
  }
  @Differentiable static double queue(double[] x, double k) {
    Queue<Double> q = new Queue<>();
    for (double v : x) { q.enqueue(v); if (q.size() > 2) q.enqueue(q.dequeue() * k); }
    double s = 0; while (!q.isEmpty()) s = s * 0.9 + q.dequeue();
    return s;
  }
  record Order(double price, int qty) {}
  @Differentiable static double orders(double[] x, double k) {
    Queue<Order> q = new Queue<>();
    for (int i = 0; i < x.length; i++) { q.enqueue(new Order(x[i] * k, i)); if (i % 2 == 1) { Order o = q.dequeue(); q.enqueue(new Order(o.price() * 2, o.qty() + 1)); } }
    double s = 0; while (!q.isEmpty()) { Order o = q.dequeue(); s += o.price() * o.qty(); }
    return s;
  }
  // ring, josephus
  static class Ring { double w; Ring next, prev; Ring(double w) { this.w = w; next = prev = this; }
    Ring insert(double v) { Ring r = new Ring(v); r.next = next; r.prev = this; next.prev = r; next = r; return r; }
    Ring remove() { prev.next = next; next.prev = prev; return next; } }
  @Differentiable static double josephus(double[] x) {
    Ring r = new Ring(1.5);
    for (double v : x) r = r.insert(v);
    double s = 0; int i = 1;
    while (r.next != r) { r = r.next.next; s += r.w * i++; r = r.remove(); }
    return s + r.w * r.w;
  }
  // reverse list, insertion sort by links
  static class Cell { double v; Cell next; Cell(double v, Cell next) { this.v = v; this.next = next; } }
  static Cell reverse(Cell c) { Cell r = null; while (c != null) { Cell n = c.next; c.next = r; r = c; c = n; } return r; }
  static Cell insertSorted(Cell head, double v) {
    if (head == null || v < head.v) return new Cell(v, head);
    Cell c = head; while (c.next != null && c.next.v < v) c = c.next;
    c.next = new Cell(v, c.next); return head; }
  static Cell merge(Cell a, Cell b) { if (a == null) return b; if (b == null) return a; if (a.v < b.v) { a.next = merge(a.next, b); return a; } b.next = merge(a, b.next); return b; }
  @Differentiable static double sorted(double[] x, double[] y) {
    Cell a = null, b = null;
    for (double v : x) a = insertSorted(a, v);
    for (double v : y) b = insertSorted(b, v * v);
    Cell m = reverse(merge(a, b));
    double s = 0; int i = 0; for (Cell c = m; c != null; c = c.next) s += c.v * ++i;
    return s;
  }
  // deque with counter
  static class Deque1 {
    private static class N { double v; N l, r; }
    private N first, last; private int n;
    void pushLeft(double v) { N x = new N(); x.v = v; if (n++ == 0) { first = last = x; } else { x.r = first; first.l = x; first = x; } }
    void pushRight(double v) { N x = new N(); x.v = v; if (n++ == 0) { first = last = x; } else { x.l = last; last.r = x; last = x; } }
    double popLeft() { double v = first.v; first = first.r; if (--n == 0) last = null; else first.l = null; return v; }
    double popRight() { double v = last.v; last = last.l; if (--n == 0) first = null; else last.r = null; return v; }
  }
  @Differentiable static double deque(double[] x) {
    Deque1 d = new Deque1();
    for (double v : x) if (v > 0.5) d.pushLeft(v); else d.pushRight(v * 3);
    double s = 1; while (d.n > 1) s = s * 0.5 + d.popLeft() * d.popRight();
    return d.n == 1 ? s + d.popLeft() : s;
  }
  // remove by value, singly linked
  static class Bag { private Cell head; 
    void add(double v) { head = new Cell(v, head); }
    boolean removeFirstBelow(double t) { Cell p = null; for (Cell c = head; c != null; p = c, c = c.next) if (c.v < t) { if (p == null) head = c.next; else p.next = c.next; return true; } return false; }
    double total() { double s = 0; for (Cell c = head; c != null; c = c.next) s += c.v * c.v; return s; } }
  @Differentiable static double bag(double[] x, double t) { Bag b = new Bag(); for (double v : x) { b.add(v * t); b.add(v + t); } while (b.removeFirstBelow(0.2)) ; return b.total(); }

  // a queue that counts, and only knows by its count whether it is empty
  static class Counted {
    private static class Node { final double v; Node next; Node(double v) { this.v = v; } }
    private Node first, last; private int n;
    void add(double t) { Node old = last; last = new Node(t); if (n++ == 0) first = last; else old.next = last; }
    double poll() { double v = first.v; first = first.next; if (--n == 0) last = null; return v; }
  }
  @Differentiable static double counted(double a, double b) { Counted s = new Counted(); s.add(a); s.add(b); s.add(a * b); return s.poll() * s.poll() + s.poll(); }
  @Differentiable static double countedInLoop(double[] x) { Counted s = new Counted(); for (double v : x) { s.add(v); s.add(v * v); if (v > 0) s.add(s.poll() * v); } double r = 0; while (s.n > 0) r = Math.sin(r) + s.poll(); return r; }

  static class Lru {
    private static class E { final int k; double v; E prev, next; E(int k, double v) { this.k = k; this.v = v; } }
    private E head, tail; private int size; private final int cap; double evicted;
    Lru(int c) { cap = c; }
    private E find(int k) { for (E e = head; e != null; e = e.next) if (e.k == k) return e; return null; }
    private void unlink(E e) {
      if (e.prev == null) head = e.next; else e.prev.next = e.next;
      if (e.next == null) tail = e.prev; else e.next.prev = e.prev;
      size--;
    }
    private void front(E e) {
      e.prev = null; e.next = head;
      if (head != null) head.prev = e;
      head = e;
      if (tail == null) tail = e;
      size++;
    }
    double get(int k, double x) {
      E e = find(k);
      if (e != null) { unlink(e); front(e); e.v *= 1.1; return e.v; }
      if (size == cap) { evicted += tail.v; unlink(tail); }
      E n = new E(k, x);
      front(n);
      return n.v;
    }
  }
  @Differentiable static double lru(double[] x) { Lru c = new Lru(2); double s = 0; for (int i = 0; i < x.length; i++) s += c.get(i * i % 3, x[i]); return s + c.evicted; }
}
