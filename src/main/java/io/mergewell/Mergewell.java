package io.mergewell;

/** Entry point. */
public final class Mergewell {

    private Mergewell() {}

    public static void main(String[] args) {
        System.out.println("hello");
    }
}
