// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.ticket;

import io.breakwater.response.message.Comment;
import io.breakwater.response.message.Remark;
import io.breakwater.response.targets.RemarkKey;
import java.util.List;
import java.util.stream.Stream;

/** What people said of an exposure, as a ticket tells it. */
public final class CommentRemark {
  private CommentRemark() {}

  /**
   * All that is told at once, in order; the same for the same comments.
   *
   * @param comments at least one
   * @param about what they are about; empty where the ticket is about nothing else
   */
  public static Remark of(List<Comment> comments, String about) {
    var key =
        RemarkKey.of(
            Stream.concat(Stream.of("comments"), comments.stream().map(Comment::getId))
                .toArray(String[]::new));
    var remark = Remark.newBuilder().setKey(key).setText(text(comments.get(0), about));
    comments.stream().skip(1).forEach(comment -> remark.addFurther(text(comment, about)));
    return remark.build();
  }

  private static String text(Comment comment, String about) {
    return comment.getAuthor() + (about.isEmpty() ? "" : " on " + about) + ": " + comment.getText();
  }
}
