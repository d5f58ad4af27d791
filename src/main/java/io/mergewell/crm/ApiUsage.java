package io.mergewell.crm;

/**
 * What reading cost so far.
 *
 * @param calls HTTP requests sent, each attempt counted
 * @param tokens of the system's budget, by its price list; 0 where it has none
 * @param retries attempts after the first
 */
public record ApiUsage(long calls, long tokens, long retries) {

    public static final ApiUsage NONE = new ApiUsage(0, 0, 0);

    public ApiUsage plus(ApiUsage other) {
        return new ApiUsage(calls + other.calls, tokens + other.tokens, retries + other.retries);
    }
}
