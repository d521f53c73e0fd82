package rejections;

import cotangent.Differentiable;

class Copies {
  static final class Account {
    double balance;

    Account copy() throws CloneNotSupportedException {
      return (Account) super.clone(); // error: [CT040] clone() of an object whose class does not implement Cloneable @ super.clone()
    }
  }

  @Differentiable
  static double copied(double x) throws CloneNotSupportedException {
    Account account = new Account();
    account.balance = x;
    return account.copy().balance;
  }
}
